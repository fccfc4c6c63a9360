/** Knows what was sold, to whom, when it shipped and arrived. */
@ApplicationModule(displayName = "Orders")
package dev.afterflow.orders;

import org.springframework.modulith.ApplicationModule;
