/** Promise: every effect on the outside world that was written down is carried out, after a crash too, and one bad row stops no other. */
@ApplicationModule(displayName = "Dispatch")
package dev.afterflow.dispatch;

import org.springframework.modulith.ApplicationModule;
