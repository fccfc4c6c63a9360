/** Promise: every effect on the outside world that was written down is carried out, after a crash too, and one bad row stops no other. */
@org.springframework.modulith.ApplicationModule(displayName = "Dispatch")
package dev.afterflow.dispatch;
