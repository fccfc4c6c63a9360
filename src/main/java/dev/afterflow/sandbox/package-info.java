/** Promise: plays the outside world over HTTP, with its own books and its own faults; shares no class with an adapter. */
@ApplicationModule(displayName = "Sandbox")
package dev.afterflow.sandbox;

import org.springframework.modulith.ApplicationModule;
