/** Words that fictitious trade names are put together from. */
export const tradeFirst =
	"岚澄润鼎恒宏瑞泰嘉盛华远凯诚信达锦川云泓博弘万通隆汇泽景晟翔铭德立中升兴众合联鑫";
export const tradeSecond =
	"达丰源昌盛通远泰和顺峰航宇晟拓创建安基业邦腾恒成茂辉程跃捷图方正川坤硕";

/** Industries: what the name says, what the register says, which contracts they get. */
export const industries = [
	{
		word: "建设工程",
		code: "4790",
		scope: "房屋建筑工程施工；市政公用工程施工；建筑装修装饰工程",
		works: [
			"办公楼维修改造工程",
			"老旧小区外墙修缮工程",
			"道路破损修复工程",
			"排水管网改造工程",
		],
	},
	{
		word: "市政园林",
		code: "4813",
		scope: "市政设施管理；园林绿化工程施工；城市绿化管理",
		works: ["绿化养护服务", "公园步道铺装工程", "行道树补植工程"],
	},
	{
		word: "水利工程",
		code: "4821",
		scope: "水利水电工程施工；河道疏浚；灌溉服务",
		works: ["山塘整治工程", "渠道清淤工程", "堤防加固工程"],
	},
	{
		word: "科技",
		code: "6520",
		scope: "信息系统集成服务；计算机软硬件销售；安全技术防范系统设计施工",
		works: ["信息系统运维服务", "视频监控设备采购", "办公设备采购"],
	},
	{
		word: "商贸",
		code: "5199",
		scope: "办公用品销售；日用百货销售；食品销售",
		works: ["办公用品采购", "食堂食材采购", "慰问品采购"],
	},
	{
		word: "物业服务",
		code: "7020",
		scope: "物业管理；保洁服务；停车场服务",
		works: ["办公区物业服务", "保洁服务采购"],
	},
	{
		word: "工程咨询",
		code: "7482",
		scope: "工程造价咨询；工程监理；招标代理服务",
		works: ["工程造价咨询服务", "施工监理服务"],
	},
	{
		word: "广告传媒",
		code: "7251",
		scope: "广告设计、制作、发布；会议及展览服务",
		works: ["宣传栏制作安装", "文化墙制作项目"],
	},
] as const;
export type Industry = (typeof industries)[number];
