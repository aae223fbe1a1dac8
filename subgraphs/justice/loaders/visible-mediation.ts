/**
 * Condition under which a mediation `m` is visible without knowing by whom it was reached: it lies within the areas
 * ($2), serves a case in hand, or a party of it is a subject ($3).
 */
export const visibleMediation = `(m.area_code LIKE ANY($2::text[]) OR m.case_number = ANY($3::text[]) OR EXISTS (
    SELECT 1 FROM mediation_party subject
    WHERE subject.mediation_number = m.number AND subject.person_id::text = ANY($3::text[])))`;
