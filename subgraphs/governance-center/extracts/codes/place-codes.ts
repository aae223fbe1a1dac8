/** Levels of divisions (区划级别), as the centre's extracts write them. */
export const areaLevels = { 区县: 'COUNTY', 镇街: 'TOWN', 村社: 'VILLAGE' } as const;

/** Kinds of grids (网格类型). */
export const gridKinds = { 农村网格: 'RURAL', 城市社区网格: 'URBAN_COMMUNITY', 专属网格: 'DEDICATED' } as const;

/** Kinds of bodies that can hold a case (单位类型). */
export const organizationKinds = {
  治理中心: 'CENTER',
  部门: 'DEPARTMENT',
  镇街: 'TOWN',
  村社: 'COMMUNITY',
  派出所: 'POLICE_STATION',
  共享法庭: 'SHARED_COURT',
  人民调解委员会: 'MEDIATION_COMMITTEE',
  响应队: 'RESPONSE_TEAM',
  行业调解委员会: 'INDUSTRY_COMMITTEE',
  社会力量: 'SOCIAL_FORCE',
} as const;

/** How a department is present at the centre (入驻方式). */
export const stationings = { 常驻: 'RESIDENT', 轮驻: 'ROTATING', 随叫随到: 'ON_CALL' } as const;

/** The four boards of a town (板块). */
export const townBoards = {
  矛盾调解: 'DISPUTE_MEDIATION',
  治安防控: 'PUBLIC_ORDER',
  应急指挥: 'EMERGENCY_COMMAND',
  社会工作: 'SOCIAL_WORK',
} as const;

/** The seats of a 5+1 team (走访角色). */
export const visitRoles = {
  镇街班子成员: 'TOWN_LEADER',
  驻村干部: 'VILLAGE_LIAISON',
  民警: 'POLICE',
  执法队员: 'ENFORCEMENT',
  市场监管员: 'MARKET_SUPERVISION',
  网格员: 'GRID_WORKER',
} as const;
