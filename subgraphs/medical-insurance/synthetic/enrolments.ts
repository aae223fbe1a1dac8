import { dayNumber, dayText } from '../../../schema/synthetic/calendar.ts';
import { dateCell } from '../../../schema/synthetic/cells.ts';
import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { enrolments } from '../extracts/enrolments.ts';
import { covered } from './covered.ts';

/** insutype and psn_insu_stas. */
const SCHEMES = { EMPLOYEE: '310', RESIDENT: '390' } as const;
const STATUSES = { ACTIVE: '1', PAUSED: '2', ENDED: '4' } as const;
const DISTRICT = '330803';
/** Where those are insured who work elsewhere. */
const OTHER_PLACES = ['330802', '330800', '330822', '330881', '330100'] as const;
const RESIDENT_SCHEME_FROM = '2008-01-01';
const YEAR = 365;

/** The cover of everybody who has one, and before it the residents' scheme of those who went to work. */
export const enrolmentRows: SyntheticExtract = {
  layout: enrolments,
  *rows(world) {
    for (const { person, medical, area, changed, random } of covered(world, enrolments.name)) {
      const { scheme, from, status, pausedOn, subsidised } = medical;
      const identity = {
        certno: person.idNumber,
        psn_name: person.name,
        gend: person.sex,
        brdy: person.birthDate,
        live_admdvs: area,
      };
      const before = dayNumber(person.birthDate > RESIDENT_SCHEME_FROM ? person.birthDate : RESIDENT_SCHEME_FROM) + 30;
      if (scheme === 'EMPLOYEE' && dayNumber(from) - before > YEAR && random.chance(0.4)) {
        yield {
          ...identity,
          insutype: SCHEMES.RESIDENT,
          begndate: dayText(before),
          paus_insu_date: from,
          psn_insu_stas: STATUSES.ENDED,
          insuplc_admdvs: DISTRICT,
          asst_flag: '0',
          updt_time: changed(from),
        };
      }
      yield {
        ...identity,
        insutype: SCHEMES[scheme],
        begndate: dateCell(from, 'YYYY-MM-DD'),
        paus_insu_date: dateCell(pausedOn, 'YYYY-MM-DD'),
        psn_insu_stas: STATUSES[status],
        insuplc_admdvs: scheme === 'EMPLOYEE' && random.chance(0.08) ? random.pick(OTHER_PLACES) : DISTRICT,
        asst_flag: subsidised ? '1' : '0',
        updt_time: changed(pausedOn ?? person.endedOn ?? from),
      };
    }
  },
};
