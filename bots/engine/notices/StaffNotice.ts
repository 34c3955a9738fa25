import type { CaseNotice } from '../../../shared/contracts/notice.ts';
import type { STAFF_TELLINGS } from '../../../shared/domain/case/react/Telling.ts';

/** What those who work on a case are told of it. */
export type StaffNotice = CaseNotice & { readonly kind: (typeof STAFF_TELLINGS)[number] };
