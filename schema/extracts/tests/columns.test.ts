import { describe, expect, it } from 'vitest';
import { composeResidentId } from '../../kit/identity-numbers/resident-id.ts';
import { variantCharacters } from '../../synthetic/soil.ts';
import { type ColumnRule, Rejection } from '../columns/column-rule.ts';
import * as columns from '../columns.ts';

const NUMBER = composeResidentId('330898', '1950-01-10', 11);

/** What a cell becomes: its value, or the reason against it, and the rules applied. */
function read(rule: ColumnRule, raw: string): [unknown, ...string[]] {
  const rules: string[] = [];
  const value = rule.read(raw, (noted) => rules.push(noted));
  return [value instanceof Rejection ? value.reason : value, ...rules];
}

describe('columns', () => {
  it.each<[string, ColumnRule, string, [unknown, ...string[]]]>([
    ['text, trimmed', columns.text('甲'), '　甲 ', ['甲', 'surrounding-space']],
    ['text of spaces', columns.text('甲'), '  ', [null]],
    ['text that is required', columns.text('甲', { required: true }), ' ', ['MISSING_VALUE']],
    ['text in NFC', columns.text('甲'), 'e\u0301', ['é']],
    ['text too long', columns.text('甲', { max: 2 }), '甲乙丙', ['TEXT_TOO_LONG']],
    ['a name in variant characters', columns.name('甲'), '陳傑', ['陈杰', 'variant-character']],
    ['a list', columns.list('甲', '、'), '甲、 乙、', [['甲', '乙']]],
    ['an empty list', columns.list('甲', '、'), '', [[]]],
    ['an integer', columns.integer('甲'), '１２', [12, 'full-width']],
    ['an integer beyond four bytes', columns.integer('甲'), '2147483648', ['INVALID_NUMBER']],
    ['a fraction for an integer', columns.integer('甲'), '1.5', ['INVALID_NUMBER']],
    ['a decimal', columns.decimal('甲'), '1234.50', ['1234.50']],
    ['a decimal of three places', columns.decimal('甲'), '1.234', ['INVALID_NUMBER']],
    ['a flag', columns.flag('甲', { yes: '是', no: '否' }), '否', [false]],
    ['a flag that is neither', columns.flag('甲', { yes: '是', no: '否' }), '2', ['UNKNOWN_CODE']],
    ['a day', columns.date('甲', 'YYYY-MM-DD'), '2024-02-29', ['2024-02-29']],
    ['a day in eight digits', columns.date('甲', 'YYYYMMDD'), '２０２４0229', ['2024-02-29', 'full-width']],
    ['a day in slashes', columns.date('甲', 'YYYY/M/D'), '2024/2/9', ['2024-02-09']],
    ['a day in Chinese', columns.date('甲', 'YYYY年M月D日'), '2024年12月31日', ['2024-12-31']],
    ['no real day', columns.date('甲', 'YYYYMMDD'), '20230229', ['INVALID_DATE']],
    ['a day in another form', columns.date('甲', 'YYYYMMDD'), '2023-02-28', ['2023-02-28', 'date-form']],
    ['a day with dots', columns.date('甲', 'YYYY年M月D日'), '2023.2.8', ['2023-02-08', 'date-form']],
    ['no real day in another form', columns.date('甲', 'YYYYMMDD'), '2023-02-29', ['INVALID_DATE']],
    ['what is no day in any form', columns.date('甲', 'YYYYMMDD'), '28.02.2023', ['INVALID_DATE']],
    [
      'a moment in another form',
      columns.dateTime('甲', 'YYYYMMDDHHmmss'),
      '2024/1/2 9:04',
      ['2024-01-02T09:04:00+08:00', 'date-form'],
    ],
    ['a birth date to come', columns.birthDate('甲', 'YYYYMMDD'), '99990101', ['INVALID_DATE']],
    ['a month', columns.month('甲'), '202403', ['2024-03-01']],
    ['a month in Chinese', columns.month('甲'), '2024年3月', ['2024-03-01']],
    ['no real month', columns.month('甲'), '2024-13', ['INVALID_DATE']],
    ['a moment', columns.dateTime('甲', 'YYYY-MM-DD HH:mm:ss'), '2024-01-02 03:04:05', ['2024-01-02T03:04:05+08:00']],
    ['a moment in digits', columns.dateTime('甲', 'YYYYMMDDHHmmss'), '20240102030405', ['2024-01-02T03:04:05+08:00']],
    ['a moment in slashes', columns.dateTime('甲', 'YYYY/M/D H:mm'), '2024/1/2 3:04', ['2024-01-02T03:04:00+08:00']],
    ['an hour that no day has', columns.dateTime('甲', 'YYYY/M/D H:mm'), '2024/1/2 24:04', ['INVALID_DATE']],
    ['a code', columns.code('甲', { A1: 'FIRST' }), 'a1', ['FIRST', 'lower-case']],
    ['an unknown code', columns.code('甲', { A1: 'FIRST' }), 'constructor', ['UNKNOWN_CODE']],
    ['an area', columns.area('甲'), ' 330803001', ['330803001', 'surrounding-space']],
    ['an unknown area', columns.area('甲'), '110101', ['UNKNOWN_AREA']],
    ['a wrong credit code', columns.creditCode('甲'), '913308030000000000', ['CREDIT_CODE']],
    ['an ID number', columns.identityNumber('甲'), ` ${NUMBER.toLowerCase()}`, [NUMBER, 'surrounding-space']],
    ['an ID number cut short', columns.identityNumber('甲'), NUMBER.slice(1), ['ID_NUMBER_FORMAT']],
    ['no subject', columns.person('甲'), '', ['MISSING_VALUE']],
    ['a party without a usable number', columns.party('甲'), NUMBER.slice(1), [null]],
    ['a household', columns.household('甲'), 'h１', ['H1', 'full-width', 'lower-case']],
    ['earlier households', columns.previousHouseholds('甲', ';'), 'H1;;H2', [['H1', 'H2']]],
    ['an earlier number that is wrong', columns.previousPersons('甲', ';'), `${NUMBER};1`, ['ID_NUMBER_FORMAT']],
  ])('read %s', (_, rule, raw, expected) => {
    expect(read(rule, raw)).toEqual(expected);
  });

  it('read a subject as a canonical number', () => {
    expect(read(columns.person('甲'), NUMBER)[0]).toMatchObject({ kind: 'RESIDENT_ID', canonical: NUMBER });
  });

  it('know every variant character that the generator writes', () => {
    for (const [standard, variant] of Object.entries(variantCharacters)) {
      expect(read(columns.name('甲'), variant)).toEqual([standard, 'variant-character']);
    }
  });
});
