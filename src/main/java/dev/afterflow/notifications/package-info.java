/** Promise: a buyer is told once, in their own language; a message that fails never undoes a case. */
@org.springframework.modulith.ApplicationModule(displayName = "Notifications")
package dev.afterflow.notifications;
