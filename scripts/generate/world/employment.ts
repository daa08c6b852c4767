import { type Day, parts } from "../base/day.ts";
import { county } from "../places/county.ts";
import type { Unit } from "../places/units.ts";
import type {
	ApprovedPosition,
	Company,
	Duty,
	Employee,
	Person,
} from "./records.ts";
import type { World } from "./world.ts";

/** Approves a post in a company; it never covers shares. */
export function approve(
	world: World,
	employee: Employee,
	company: Company,
	post: string,
	from: Day,
	to?: Day,
): ApprovedPosition {
	const { year } = parts(from);
	const approved: ApprovedPosition = {
		person: employee.person,
		unit: employee.unit,
		company,
		post,
		number: `临组〔${year}〕${world.next(`approval ${year}`)}号`,
		from,
	};
	if (to !== undefined) approved.to = to;
	world.approvedPositions.push(approved);
	return approved;
}

/** Puts a cadre in charge of a field of work, all over the county. */
export function charge(
	world: World,
	post: Pick<Duty, "person" | "unit" | "post">,
	field: string,
	from: Day,
	to?: Day,
): Duty {
	const { person, unit, post: title } = post;
	const duty: Duty = {
		person,
		unit,
		post: title,
		field,
		text: `负责${field}方面的工作`,
		region: county.code,
		from,
	};
	if (to !== undefined) duty.to = to;
	world.duties.push(duty);
	return duty;
}

/** Enters a spell at a unit into the roll of people whom the budget pays; a civil servant in office by default. */
export function employ(
	world: World,
	person: Person,
	unit: Unit,
	from: Day,
	how: Partial<
		Pick<Employee, "post" | "staff" | "status" | "to" | "wrongId">
	> = {},
): Employee {
	const employee: Employee = {
		person,
		unit,
		post: how.post ?? "科员",
		staff: how.staff ?? "公务员",
		status: how.status ?? (how.to === undefined ? "在职" : "调出"),
		from,
	};
	if (how.to !== undefined) employee.to = how.to;
	if (how.wrongId !== undefined) employee.wrongId = how.wrongId;
	world.employees.push(employee);
	return employee;
}
