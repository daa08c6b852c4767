import type { Day } from "../base/day.ts";
import type { Unit } from "../places/units.ts";
import type { Employee, Person } from "./records.ts";
import type { World } from "./world.ts";

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
