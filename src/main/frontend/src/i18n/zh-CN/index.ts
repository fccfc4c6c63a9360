import first from './first.ts';
import backups from './backups.json';
import cases from './cases.json';
import factor from './factor.json';
import form from './form.json';
import goods from './goods.json';
import held from './held.json';
import imports from './imports.json';
import messages from './messages.json';
import reasons from './reasons.json';
import reconciliation from './reconciliation.json';
import remedies from './remedies.json';
import sandbox from './sandbox.json';
import studio from './studio.json';
import tour from './tour.json';

export default { ...first, ...backups, ...cases, ...factor, ...form, ...goods, ...held, ...imports, ...messages, ...reasons, ...reconciliation, ...remedies, ...sandbox, ...studio, ...tour };
