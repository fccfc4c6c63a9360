/**
 * Gets goods and money back to buyers: decides what is owed, lets people review and approve it, and has it paid. Nobody is
 * refused by a rule, an unshipped order is never refused, and no amount comes from a process variable.
 */
@ApplicationModule(displayName = "Returns")
package dev.afterflow.returns;

import org.springframework.modulith.ApplicationModule;
