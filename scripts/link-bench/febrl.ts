import { writeFileSync } from "node:fs";

/**
 * Given names and surnames, the frequent ones first: drawn with weights that fall off as names do.
 * They are ordinary English ones; nobody is meant.
 */
const givenNames =
	"jack emily joshua jessica thomas olivia william charlotte james sophie lachlan georgia benjamin emma samuel isabella daniel chloe matthew sarah ethan grace nicholas hannah alexander mia ryan ella luke lucy liam ruby harrison zoe jacob amelia dylan lily cooper holly riley madison oliver caitlin mitchell abbey noah alyssa jake erin bailey maddison connor eliza blake imogen jordan paige tyler lauren zachary amy hayden rachel kyle jasmine max claire angus alice adam kate sebastian bella isaac molly nathan laura callum tahlia joel phoebe flynn indiana hamish audrey brodie finn kayla toby lara archer jade beau brooke xavier tara edward anna finley esme hugo maya jett keira".split(
		" ",
	);
const surnames =
	"white clarke campbell ryan webb green nguyen smith jones williams brown wilson taylor johnson martin anderson thompson walker harris lee robinson kelly king davis wright evans roberts hall jackson wood mitchell allen turner scott edwards phillips parker collins stewart morris murphy cook rogers morgan bell reid bailey cooper richardson cox ward watson brooks bennett gray hughes price sanders ross henderson coleman jenkins perry powell long patterson butler simmons foster bryant alexander russell griffin hayes myers ford hamilton graham sullivan wallace woods cole west jordan owens reynolds fisher ellis harrison gibson mcdonald cruz marshall gomez murray freeman wells burton holmes dixon hunt palmer mills nichols grant knight ferguson rose stone hawkins dunn perkins hudson spencer gardner stephens payne pierce berry matthews arnold wagner willis watkins olson carroll duncan snyder hart cunningham bradley lane andrews ruiz harper fox riley armstrong carpenter weaver greene lawrence elliott chavez sims austin peters kelley franklin lawson waller noble eglinton".split(
		" ",
	);
const suburbs = Array.from({ length: 180 }, (_, i) =>
	[
		[
			"north",
			"south",
			"east",
			"west",
			"upper",
			"lower",
			"mount",
			"port",
			"new",
			"old",
		][i % 10],
		[
			"ashfield",
			"bayswater",
			"carlton",
			"dalby",
			"elwood",
			"fairview",
			"glenroy",
			"hillston",
			"ivanhoe",
			"kingsley",
			"lakeside",
			"maryville",
			"newton",
			"oakleigh",
			"preston",
			"redcliffe",
			"stanmore",
			"thornton",
		][Math.floor(i / 10)],
	].join(" "),
);
const states = ["nsw", "vic", "qld", "wa", "sa", "tas"];

/** A repeatable stream of numbers in [0, 1): mulberry32. */
function stream(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

interface Person {
	given: string;
	surname: string;
	suburb: string;
	state: string;
	birth: string;
}

/**
 * Writes a table as the FEBRL generator does (Christen 2005): so many originals and as many duplicates of
 * some of them, with typing errors, swapped names, wrong days and empty fields; the column truth says who
 * each record is.
 */
export function writeFebrlLike(
	file: string,
	persons: number,
	seed: number,
): void {
	const next = stream(seed);
	const below = (n: number) => Math.floor(next() * n);
	/** The frequent ones come first: the square makes them so. */
	const oneOf = <T>(all: readonly T[]): T =>
		all[Math.floor(next() ** 2 * all.length)] as T;
	const two = (n: number) => String(n).padStart(2, "0");
	const typo = (text: string): string => {
		if (text.length < 3) return text;
		const i = 1 + below(text.length - 1);
		const letter = String.fromCharCode(97 + below(26));
		const kind = below(4);
		if (kind === 0) return text.slice(0, i) + letter + text.slice(i + 1);
		if (kind === 1) return text.slice(0, i) + text.slice(i + 1);
		if (kind === 2) return text.slice(0, i) + letter + text.slice(i);
		return (
			text.slice(0, i - 1) +
			(text[i] ?? "") +
			(text[i - 1] ?? "") +
			text.slice(i + 1)
		);
	};
	const spoil = (person: Person): Person => {
		const changed = { ...person };
		const errors = 1 + below(2);
		for (let e = 0; e < errors; e++)
			switch (below(8)) {
				case 0:
				case 1:
					changed.given = typo(changed.given);
					break;
				case 2:
				case 3:
					changed.surname = typo(changed.surname);
					break;
				case 4:
					changed.birth = `${changed.birth.slice(0, 6)}${two(1 + below(28))}`;
					break;
				case 5:
					changed.suburb = next() < 0.5 ? "" : typo(changed.suburb);
					break;
				case 6:
					if (next() < 0.4) changed.birth = "";
					break;
				default:
					[changed.given, changed.surname] =
						next() < 0.3
							? [changed.surname, changed.given]
							: [changed.given, changed.surname];
			}
		return changed;
	};
	const rows: string[] = [];
	const write = (person: Person, id: string, truth: number) =>
		rows.push(
			[
				id,
				person.given,
				person.surname,
				person.suburb,
				person.state,
				person.birth,
				truth,
			].join(","),
		);
	for (let n = 0; n < persons; n++) {
		const person: Person = {
			given: oneOf(givenNames),
			surname: oneOf(surnames),
			suburb: suburbs[below(suburbs.length)] ?? "",
			state: states[below(states.length)] ?? "",
			birth: `${1930 + below(75)}${two(1 + below(12))}${two(1 + below(28))}`,
		};
		write(person, `rec-${n}-org`, n);
		if (next() < 0.5) write(spoil(person), `rec-${n}-dup-0`, n);
	}
	writeFileSync(
		file,
		`rec_id,given_name,surname,suburb,state,date_of_birth,truth\n${rows.join("\n")}\n`,
	);
}
