/**
 * Promise: a buyer is told once, in their own language, and within the law: nothing leaves past the message guard, whose red
 * lines stand in this room and not in a model. A message that fails never undoes a case.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Notifications")
package dev.afterflow.notifications;
