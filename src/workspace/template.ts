/** The bidui.yaml that `bidui init` writes: a small working example, every setting explained. */
export const workspaceTemplate = `# 一轮巡察的比对配置。改好后运行：bidui run
contract: bidui/workspace@1

# 本轮名称和办公室名称，显示在报告上
round: 示例县2026年第一轮巡察
office: 示例县委巡察办

# 截止日，即结果中的“今天”；同样的数据和截止日总是得到同样的结果
as_of: "2026-06-30"

# 数据来源：文件放在 sources 文件夹
sources:
  # id 是来源的固定编号（小写英文），重新报送时不要改
  - id: dibao_person
    # 文件位置，可用 * 匹配；多个文件都算
    path: 民政局/低保人员*.xlsx
    # 属于哪个数据集：bidui datasets list 列出全部，bidui datasets show 名称 显示认得的表头
    dataset: dibao_person
    # 提供数据的部门和数据截止日，显示在证据旁
    from: 民政局
    cut_off: "2026-06-15"
    # replace：现有文件就是全部；append：新文件补充旧文件；cumulative：每次重报全部，取文件名排序最后的一个
    mode: replace
    # 暂未收到时不报错
    optional: true
    # 已经调取、等着收的，写应收日期；过了日期（按截止日 as_of）还没收到会提示，见 bidui sources status
    # expected: true
    # due: "2026-06-20"
    # 提供方给的控制数，装载后核对：行数、户数、金额（元）
    # control: {rows: 1200, households: 560, amount: 345600}
    # 重报与上一版差别大时：warn 只提示；stop 沿用上一版，核实后用 bidui load --accept dibao_person 采用
    # on_change: stop
    # change_limits: {rows: 0.3}
    # 表头认不出时，写明 列名: 文件中的表头
    # columns:
    #   citizen_id: 证件号
    # 合并单元格取消后只剩首行有值的，写明 fill_down: true，空格取上一行的值；
    # Excel 里还是合并单元格的不用写。不写时空格就是空
    # fill_down: true
    # 金额单位不是元时写明
    # units:
    #   monthly_income: 万元
  - id: vehicle
    path: 公安局/机动车*.csv
    dataset: vehicle
    from: 公安局
    optional: true

# 重报与上一版差别大时怎么办（各来源可以另写）；阈值：行数减少、原有的行不见、空白比例、
# 不重复比例的变化，金额相差几个数量级
on_change: warn
# change_limits: {rows: 0.5, removed: 0.5, nulls: 0.2, distinct: 0.3, magnitude: 1}

# 各乡镇人口，用来看名册是否齐全；不写则用户籍数据
# population: {清溪镇: 23000, 石桥镇: 18500}

# 运行哪些规则组；不写 packs 则运行全部
rules:
  # packs: [LYCT, WBCB, GXB, XBML]
  disable: []

# 调整规则参数：规则编号 → 参数 → 值。bidui rules show 编号 列出参数
# parameters:
#   XBML-09:
#     grace_months: 2

# 巡察组。线索按 units（单位名称）、regions（乡镇名开头）、packs（规则组）依次分给第一个符合的组
groups:
  - id: group1
    name: 第一巡察组
    units: []
    regions: []
    packs: []

report:
  # 首批清单最多列多少条，其余进入备查
  list_budget: 300

# 内存、线程和单条规则的上限
limits:
  memory: 4GB
  threads: 2
  seconds: 600

# 保留多少：最近若干次装载和运行的数据与结果留在 store 中，更早的在每次运行后清除（报告和线索记录不清除）
retention:
  snapshots: 30
  logs: 90

# 需要授权的数据：授权类别 → 批准文号
authorisations: {}
`;
