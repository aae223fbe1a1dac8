/**
 * Several hubs and tests ask one stand-in of the bureau's system at the same time, more than its quota would answer
 * within their deadlines. Its quota has tests of its own.
 */
export default function setup(): void {
  process.env['MEDICAL_INSURANCE_SYSTEM_CALLS_PER_SECOND'] ??= '1000';
}
