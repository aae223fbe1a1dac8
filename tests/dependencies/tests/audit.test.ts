import { describe, expect, it } from 'vitest';
import { auditAnswer } from '../advisories.ts';
import { forbiddenLicences } from '../licences.ts';

const running = (license?: string) => ({ '': {}, 'node_modules/@some/thing': { version: '1.2.3', license } });

describe('the audit of dependencies', () => {
  it.each(['MIT', '(MIT AND BSD-3-Clause)', 'MIT and ISC', 'GPL-3.0 OR Apache-2.0'])('takes %s', (licence) => {
    expect(forbiddenLicences(running(licence))).toEqual([]);
  });

  it.each(['Elastic-2.0', 'SSPL-1.0', 'MIT AND GPL-3.0', 'EPL-2.0', 'SEE LICENSE IN FILE'])('refuses %s', (licence) => {
    expect(forbiddenLicences(running(licence))).toEqual([`@some/thing@1.2.3: ${licence}`]);
  });

  it('refuses a package that names no licence', () => {
    expect(forbiddenLicences(running())).toEqual(['@some/thing@1.2.3: no licence told']);
  });

  it('leaves out what only develops the hub, and looks into nested trees', () => {
    const nested = 'node_modules/outer/node_modules/inner';
    const packages = { 'node_modules/tool': { license: 'GPL-3.0', dev: true }, [nested]: { license: 'SSPL-1.0' } };
    expect(forbiddenLicences(packages)).toEqual(['inner@undefined: SSPL-1.0']);
  });

  it('names the packages with a serious advisory', () => {
    const vulnerabilities = {
      worst: { severity: 'critical', range: '<2' },
      bad: { severity: 'high', range: '1.0.0' },
      lesser: { severity: 'moderate', range: '*' },
    };
    const answer = auditAnswer(JSON.stringify({ auditReportVersion: 2, vulnerabilities }));
    expect(answer).toEqual({ kind: 'told', serious: ['worst <2: critical', 'bad 1.0.0: high'] });
  });

  it.each([
    '',
    'not JSON',
    '{"message":"405 Method Not Allowed","error":{"summary":""}}',
  ])('says that nobody could tell from %j', (output) => {
    expect(auditAnswer(output)).toEqual({ kind: 'not told' });
  });
});
