import type { Case } from "./case.ts";
import { oneHome } from "./GXB-01/one-home.ts";
import { severalHomes } from "./GXB-01/several-homes.ts";
import { excused } from "./GXB-02/excused.ts";
import { owned } from "./GXB-02/owned.ts";
import { notOnTheBudget } from "./GXB-04/not-on-the-budget.ts";
import { onTheBudget } from "./GXB-04/on-the-budget.ts";
import { explained } from "./GXB-08/explained.ts";
import { unfiled } from "./GXB-08/unfiled.ts";
import { excusedRoles } from "./LYCT-01/excused.ts";
import { inBusiness } from "./LYCT-01/in-business.ts";
import { elsewhere } from "./LYCT-03/elsewhere.ts";
import { familyBusiness } from "./LYCT-03/family.ts";
import { business } from "./LYCT-04/business.ts";
import { relatives } from "./LYCT-04/relatives.ts";
import { collateral } from "./LYCT-05/collateral.ts";
import { inLaws } from "./LYCT-05/in-laws.ts";
import { marriages } from "./LYCT-05/marriages.ts";
import { stakes } from "./LYCT-05/stakes.ts";
import { timing } from "./LYCT-05/timing.ts";
import { unnumbered } from "./LYCT-05/unnumbered.ts";
import { afterwards } from "./LYCT-10/afterwards.ts";
import { founded } from "./LYCT-10/founded.ts";
import { hired } from "./LYCT-16/hired.ts";
import { otherJobs } from "./LYCT-16/other-jobs.ts";
import { oneHead } from "./WBCB-01/one-head.ts";
import { otherHeads } from "./WBCB-01/other-heads.ts";
import { oneHand } from "./WBCB-02/one-hand.ts";
import { ownHands } from "./WBCB-02/own-hands.ts";
import { onePerson } from "./WBCB-04/one-person.ts";
import { otherPersons } from "./WBCB-04/other-persons.ts";
import { basicAccount } from "./WBCB-05/basic-account.ts";
import { oneAccount } from "./WBCB-05/one-account.ts";
import { sharedByRight } from "./WBCB-05/shared-by-right.ts";
import { innocent } from "./WBCB-06/innocent.ts";
import { sameMachine } from "./WBCB-06/same-machine.ts";
import { everybodysAddress } from "./WBCB-07/everybodys-address.ts";
import { oneAddress } from "./WBCB-07/one-address.ts";
import { byChance } from "./WBCB-12/by-chance.ts";
import { together } from "./WBCB-12/together.ts";
import { headUnchanged } from "./XBML-01/head-unchanged.ts";
import { paidAfterDeath } from "./XBML-01/paid-after-death.ts";
import { beyond } from "./XBML-02/beyond.ts";
import { within } from "./XBML-02/within.ts";
import { oneHousehold } from "./XBML-06/one-household.ts";
import { sharedAccount } from "./XBML-06/shared-account.ts";
import { paidOn } from "./XBML-09/paid-on.ts";
import { settled } from "./XBML-09/settled.ts";

/** All cases, in the order in which they are planted. */
export const cases: readonly Case[] = [
	...inLaws,
	...collateral,
	...stakes,
	...marriages,
	...timing,
	...unnumbered,
	...relatives,
	...business,
	...founded,
	...afterwards,
	...oneHead,
	...otherHeads,
	...onePerson,
	...otherPersons,
	...inBusiness,
	...excusedRoles,
	...familyBusiness,
	...elsewhere,
	...oneAccount,
	...sharedByRight,
	...basicAccount,
	...sameMachine,
	...innocent,
	...oneAddress,
	...everybodysAddress,
	...together,
	...byChance,
	...owned,
	...excused,
	...unfiled,
	...explained,
	...beyond,
	...within,
	...paidOn,
	...settled,
	...severalHomes,
	...oneHome,
	...sharedAccount,
	...oneHousehold,
	...onTheBudget,
	...notOnTheBudget,
	...paidAfterDeath,
	...headUnchanged,
	...oneHand,
	...ownHands,
	...hired,
	...otherJobs,
];
