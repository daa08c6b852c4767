/**
 * Surnames of two characters that are in use today. A name of three or more characters that begins
 * with one of them keeps both; a name of two characters is taken as one-character surname and given name.
 */
export const compoundSurnames: ReadonlySet<string> = new Set(
	(
		"欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 " +
		"公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 " +
		"壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 " +
		"东门 西门 南荣 第五 完颜 纳兰 叶赫 爱新 那拉 富察 索绰"
	).split(" "),
);
