/** Promise: a buyer is told once, in their own language; a message that fails never undoes a case. */
@ApplicationModule(displayName = "Notifications")
package dev.afterflow.notifications;

import org.springframework.modulith.ApplicationModule;
