/**
 * Keeps promises about time: working hours and holidays of each shop, deadlines of each step (a platform's own goes
 * before ours), and clocks that stand still only with a reason and keep what was left.
 *
 * <p>Doors: {@link dev.afterflow.sla.Calendars}, {@link dev.afterflow.sla.Clocks} and {@link dev.afterflow.sla.Deadlines}.
 */
@ApplicationModule(displayName = "Promises about time")
package dev.afterflow.sla;

import org.springframework.modulith.ApplicationModule;
