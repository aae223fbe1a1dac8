/** Where a case came in (受理渠道), as the centre's extracts write it. */
export const intakeChannels = {
  服务窗口: 'SERVICE_WINDOW',
  热线电话: 'HOTLINE',
  网上受理: 'ONLINE',
  网格上报: 'GRID_REPORT',
  '1890中心': 'CITY_CENTER_1890',
  e拨就灵: 'WORKER_APPEAL',
  志愿者上报: 'VOLUNTEER_REPORT',
  入户走访: 'HOUSEHOLD_VISIT',
  新新交心: 'FORUM',
  '110移送': 'TRANSFER_110',
  '12345转办': 'TRANSFER_12345',
  法院委派: 'COURT',
} as const;

/** The four services of the 民情直通车. */
export const serviceKinds = {
  矛盾调解: 'DISPUTE_MEDIATION',
  应急救助: 'EMERGENCY_RESCUE',
  政务服务: 'GOVERNMENT_SERVICE',
  政策咨询: 'POLICY_ADVICE',
} as const;

/** Kinds of cases (事项类别); the register's own table of them says what each may open. */
export const caseCategories = {
  邻里纠纷: 'neighbour-dispute',
  婚姻家庭纠纷: 'family-dispute',
  劳动争议: 'labour-dispute',
  物业纠纷: 'property-management',
  民间借贷纠纷: 'lending',
  道路交通事故纠纷: 'traffic-accident',
  土地资源纠纷: 'land-resources',
  综合帮扶: 'comprehensive-support',
  政策咨询: 'policy-advice',
  应急救助: 'emergency-rescue',
  消费纠纷: 'consumer-dispute',
  新就业群体诉求: 'worker-appeal',
} as const;

/** Where a case stands (办理状态). */
export const caseStatuses = {
  已受理: 'ACCEPTED',
  已交办: 'ASSIGNED',
  办理中: 'IN_PROGRESS',
  已退回: 'RETURNED',
  已办结: 'RESOLVED',
  已反馈: 'FEEDBACK_GIVEN',
  已归档: 'CLOSED',
  重新办理: 'REOPENED',
  已撤回: 'WITHDRAWN',
  已合并: 'MERGED',
} as const;

/** How many a case concerns (涉事规模). */
export const caseScales = { 个体: 'INDIVIDUAL', 一般群体: 'GENERAL_GROUP', 重大群体: 'MAJOR_GROUP' } as const;

/** Who holds a case or settled it (层级). */
export const governanceLevels = { 网格: 'GRID', 村社: 'VILLAGE', 镇街: 'TOWN', 区级: 'COUNTY' } as const;

/** The three tiers of e拨就灵 (办理层次). */
export const handlingTiers = { 牵头: 'LEAD', 承办: 'IMPLEMENT', 督办: 'SUPERVISE' } as const;

/** What a party is to a case (当事人身份). */
export const casePartyRoles = {
  申请人: 'APPLICANT',
  被申请人: 'RESPONDENT',
  报告人: 'REPORTER',
  服务对象: 'SUBJECT',
} as const;

/** How far a matter, or the heart, was set right (事心双解). */
export const outcomeGrades = {
  完全化解: 'FULL',
  部分化解: 'PARTIAL',
  未化解: 'NONE',
  不适用: 'NOT_APPLICABLE',
} as const;

/** Steps in the life of a case (流转动作). */
export const caseEventKinds = {
  受理: 'ACCEPTED',
  复核: 'CONFIRMED',
  交办: 'ASSIGNED',
  启动办理: 'STARTED',
  进展: 'PROGRESSED',
  转办: 'TRANSFERRED',
  升级: 'ESCALATED',
  退回: 'RETURNED',
  督办: 'SUPERVISED',
  办结: 'RESOLVED',
  反馈: 'FEEDBACK',
  回访: 'FOLLOWED_UP',
  归档: 'CLOSED',
  重新办理: 'REOPENED',
  撤回: 'WITHDRAWN',
  合并: 'MERGED',
} as const;

/** Kinds of instructions to a unit (指令类型). */
export const dispatchKinds = { 即时响应: 'RESPONSE', 点单: 'POINT_ORDER' } as const;
