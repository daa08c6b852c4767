import { createInterface } from "node:readline";
import { Writable } from "node:stream";

/** The password of protected workbooks; never on a command line, where others could read it. */
export const PASSWORD_VARIABLE = "BIDUI_XLSX_PASSWORD";

/** Answers of this process; one office often protects all its files alike. */
const given: string[] = [];

/** Passwords to be tried without asking anybody. */
export function knownPasswords(): string[] {
	const own = process.env[PASSWORD_VARIABLE];
	return [...(own === undefined || own === "" ? [] : [own]), ...given];
}

/**
 * Asks the person at the terminal; what is typed is not shown. Nobody is asked where there is no
 * terminal (a nightly run).
 * @param file as messages name it
 * @returns undefined when there is nobody, or no answer
 */
export async function askPassword(file: string): Promise<string | undefined> {
	if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
	const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
	const lines = createInterface({
		input: process.stdin,
		output: silent,
		terminal: true,
	});
	process.stderr.write(`“${file}”有密码，请输入（不显示，直接回车跳过）：`);
	try {
		const answer = await new Promise<string>((resolve) => {
			lines.once("SIGINT", () => {
				resolve("");
				process.kill(process.pid, "SIGINT");
			});
			lines.once("close", () => resolve(""));
			lines.question("", resolve);
		});
		if (answer === "") return undefined;
		given.unshift(answer);
		return answer;
	} finally {
		lines.close();
		process.stderr.write("\n");
	}
}
