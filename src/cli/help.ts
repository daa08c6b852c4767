import type { Command, CommanderError, HelpConfiguration } from "commander";
import { cells } from "./print/width.ts";

/** Commander's headings in Chinese. */
const titles: Record<string, string> = {
	"Usage:": "用法：",
	"Options:": "选项：",
	"Commands:": "命令：",
	"Arguments:": "参数：",
};

function named(command: Command): string {
	const parent = command.parent === null ? "" : `${named(command.parent)} `;
	return `${parent}${command.name()}`;
}

/** How help is laid out: Chinese throughout, aligned by the cells that a console draws. */
export const chineseHelp: HelpConfiguration = {
	styleTitle: (title) => titles[title] ?? title,
	displayWidth: cells,
	commandUsage: (command) =>
		[
			named(command),
			...(command.commands.length > 0 ? ["<命令>"] : []),
			"[选项]",
			...command.registeredArguments.map((argument) =>
				argument.required ? `<${argument.name()}>` : `[${argument.name()}...]`,
			),
		].join(" "),
	subcommandTerm: (command) =>
		[
			command.name(),
			...command.registeredArguments.map((argument) => `<${argument.name()}>`),
		].join(" "),
	optionDescription: (option) => {
		const { defaultValue, defaultValueDescription } = option;
		if (defaultValue === undefined) return option.description;
		const shown = defaultValueDescription ?? String(defaultValue);
		return `${option.description}（默认：${shown}）`;
	},
};

/** Commander's usage errors in Chinese, by its stable codes. */
const usageErrors: Record<string, (quoted: string) => string> = {
	"commander.unknownOption": (quoted) => `没有选项 ${quoted}`,
	"commander.unknownCommand": (quoted) => `没有命令 ${quoted}`,
	"commander.missingArgument": (quoted) => `缺少参数 ${quoted}`,
	"commander.optionMissingArgument": (quoted) => `选项 ${quoted} 后面缺少内容`,
	"commander.missingMandatoryOptionValue": (quoted) => `缺少选项 ${quoted}`,
	"commander.excessArguments": () => "多写了参数",
	"commander.invalidArgument": (quoted) => `${quoted} 的内容不对`,
	"commander.help": () => "请写明要执行的命令",
};

/** A usage error as the two lines that a person reads. */
export function translateUsage(error: CommanderError): string {
	const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? "";
	const words = usageErrors[error.code]?.(quoted) ?? error.message;
	return `错误[usage] ${words}\n  怎么办：在命令后加 --help 查看用法和例子。`;
}
