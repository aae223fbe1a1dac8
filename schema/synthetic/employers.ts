import { creditCode } from './credit-code.ts';
import type { Employer, Village } from './district.ts';
import { randomAt } from './random.ts';

const EMPLOYERS_AT_SCALE_ONE = 4200;
const FEWEST_EMPLOYERS = 60;
/** One in so many is a property company (物业). */
export const PROPERTY_COMPANY_EVERY = 12;
const first = [...'衢江信安华恒盛泰金龙东方天马宏利正大永新三江'];
const second = [...'泰达祥源隆兴诚业鑫昌辉和顺丰盈捷通远博胜瑞康'];
const trades = ['纸业', '机械', '化工', '电子', '食品', '建设', '物流', '竹木', '轴承', '服饰', '餐饮', '外卖配送'];
// Serials of organizations stay below this.
const FIRST_SERIAL = 100_000;

/** The employers that pay contributions; every twelfth is a property company. */
export function foundEmployers(villages: readonly Village[], seed: number, scale: number): Employer[] {
  const count = Math.max(FEWEST_EMPLOYERS, Math.round(EMPLOYERS_AT_SCALE_ONE * scale));
  return Array.from({ length: count }, (_, index) => {
    const random = randomAt(seed, 'employer', index);
    const trade = index % PROPERTY_COMPANY_EVERY === 0 ? '物业服务' : random.pick(trades);
    const name = `衢江${random.pick(first)}${random.pick(second)}${trade}有限公司`;
    return {
      index,
      creditCode: creditCode('91', FIRST_SERIAL + index),
      name,
      areaCode: random.pick(villages).townCode,
    };
  });
}
