/** Promise: plays the outside world over HTTP, with its own books and its own faults; shares no class with an adapter. */
@org.springframework.modulith.ApplicationModule(displayName = "Sandbox")
package dev.afterflow.sandbox;
