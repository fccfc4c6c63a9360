import first from './first.ts';
import backups from './backups.json';
import goods from './goods.json';
import held from './held.json';
import imports from './imports.json';
import messages from './messages.json';
import reconciliation from './reconciliation.json';
import remedies from './remedies.json';
import sandbox from './sandbox.json';
import studio from './studio.json';
import tour from './tour.json';

export default { ...first, ...backups, ...goods, ...held, ...imports, ...messages, ...reconciliation, ...remedies, ...sandbox, ...studio, ...tour };
