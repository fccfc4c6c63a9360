import app from './app.json';
import desk from './desk.json';
import shift from './shift.json';

/** Words of the desk, which is shown first. */
export default { ...app, ...desk, ...shift };
