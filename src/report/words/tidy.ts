/**
 * Text of a YAML file as a paragraph: the blanks that folding leaves between Chinese characters go,
 * those around figures and Western words stay.
 */
export function tidy(text: string): string {
	return text
		.replace(/\s+/g, " ")
		.replace(/ ?([，。；：、？！）】》”]) ?/g, "$1")
		.replace(/ ?([（【《“]) ?/g, "$1")
		.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "")
		.trim();
}
