/** 12,345 */
export function count(value: number): string {
	return value.toLocaleString("en-US");
}

/** 1.2 秒, 350 毫秒, 3 分 20 秒 */
export function duration(ms: number): string {
	if (ms < 1000) return `${Math.round(ms)} 毫秒`;
	if (ms < 60_000) return `${(ms / 1000).toFixed(1)} 秒`;
	const seconds = Math.round(ms / 1000);
	return `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`;
}

const units = ["字节", "KB", "MB", "GB", "TB"];

/** 512 字节, 1.2 MB */
export function bytes(value: number): string {
	const power =
		value < 1000
			? 0
			: Math.min(units.length - 1, Math.floor(Math.log10(value) / 3));
	const number = value / 1000 ** power;
	return `${power === 0 ? Math.round(number) : number.toFixed(1)} ${units[power]}`;
}
