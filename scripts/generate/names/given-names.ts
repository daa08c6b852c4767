/**
 * Given names by generation and sex with weights, in the manner of the lists of 公安部《全国姓名报告》:
 * names in fashion with estimated weights, and common combinations of their characters.
 */
export interface GivenNames {
	/** Names that were fashionable, with weights. */
	whole: readonly (readonly [string, number])[];
	/** Characters that names of two characters are put together from. */
	first: string;
	second: string;
	/** How many of a thousand have a name of one character. */
	single: number;
	singles: string;
}

export const givenNames: Record<
	"男" | "女",
	readonly { until: number; names: GivenNames }[]
> = {
	男: [
		{
			until: 1959,
			names: {
				whole: [
					["建国", 8],
					["国强", 4],
					["德明", 5],
					["志明", 4],
					["玉林", 4],
					["桂生", 3],
					["福生", 4],
					["长发", 2],
					["明德", 3],
					["金山", 4],
				],
				first: "德福国玉金长永兴开世文正桂春树庆万光明志全洪宝银天",
				second: "明生林山贵才发财祥华清全荣海江成良春友安富田元忠义",
				single: 60,
				singles: "勇军福贵林荣",
			},
		},
		{
			until: 1979,
			names: {
				whole: [
					["建军", 9],
					["建国", 6],
					["志强", 8],
					["国强", 5],
					["建平", 6],
					["永红", 3],
					["卫东", 5],
					["志勇", 5],
					["建华", 7],
					["文革", 1],
				],
				first: "建志国永卫文小海俊晓光明春红立新庆学世东华成向",
				second: "军强平华明勇东伟峰林辉生民斌刚涛武忠良红波新海",
				single: 70,
				singles: "伟勇军强刚辉斌涛杰平波明峰华林超兵",
			},
		},
		{
			until: 1994,
			names: {
				whole: [
					["伟", 10],
					["磊", 8],
					["志强", 4],
					["晓东", 3],
					["海涛", 4],
					["俊杰", 5],
					["鹏飞", 4],
					["文博", 2],
				],
				first: "俊志晓海鹏文永建小国佳宇嘉家明天振云少博",
				second: "杰鹏飞涛龙峰伟辉亮东博超军明宇阳凯斌文强",
				single: 75,
				singles: "伟磊超鹏杰涛飞凯斌浩强亮龙波勇",
			},
		},
		{
			until: 2030,
			names: {
				whole: [
					["浩宇", 9],
					["子轩", 8],
					["浩然", 8],
					["宇轩", 8],
					["梓豪", 4],
					["俊熙", 3],
					["沐宸", 4],
					["奕辰", 5],
				],
				first: "浩子宇俊梓沐奕铭嘉皓一天泽煜博家思睿",
				second: "宇轩然辰豪熙宸泽杰瑞阳涵博睿霖航凡",
				single: 60,
				singles: "睿浩宇轩毅",
			},
		},
	],
	女: [
		{
			until: 1959,
			names: {
				whole: [
					["秀英", 12],
					["桂英", 11],
					["玉兰", 9],
					["桂兰", 8],
					["秀兰", 9],
					["玉英", 8],
					["凤英", 6],
					["桂珍", 5],
					["淑珍", 5],
					["秀珍", 5],
				],
				first: "秀桂玉凤淑兰素金美春菊月珍翠银碧德长",
				second: "英兰珍芳华琴芝莲香梅云清容群珠碧仙",
				single: 20,
				singles: "芳琴英兰",
			},
		},
		{
			until: 1979,
			names: {
				whole: [
					["丽", 8],
					["艳", 5],
					["秀英", 2],
					["桂英", 2],
					["丽华", 6],
					["晓燕", 5],
					["红梅", 5],
					["春梅", 4],
					["建华", 2],
					["小红", 3],
				],
				first: "丽晓红小春秀玉海雪建艳美凤文惠桂志",
				second: "华燕梅红霞琴丽萍芳玲英娟云兰蓉清敏",
				single: 70,
				singles: "丽艳敏静霞芳燕玲娟红萍琼英",
			},
		},
		{
			until: 1994,
			names: {
				whole: [
					["静", 9],
					["婷婷", 6],
					["丽娟", 4],
					["雪梅", 4],
					["倩", 5],
					["婷", 6],
					["晓雪", 2],
					["佳", 4],
				],
				first: "婷雪晓丽小佳文梦思雅海春玉艳美",
				second: "婷梅娟雪琳佳燕莉蓉倩敏洁丽颖萍妮",
				single: 70,
				singles: "静婷丽敏倩燕娟玲佳洁雪",
			},
		},
		{
			until: 2030,
			names: {
				whole: [
					["梓涵", 9],
					["一诺", 8],
					["欣怡", 9],
					["诗涵", 7],
					["雨桐", 5],
					["依诺", 5],
					["语桐", 4],
					["可馨", 4],
				],
				first: "梓欣雨诗思佳若语可一依雅子沐晨梦",
				second: "涵怡桐萱妍诺馨彤汐琪雯颖晨瑶宁悦",
				single: 40,
				singles: "妍悦涵欣",
			},
		},
	],
};
