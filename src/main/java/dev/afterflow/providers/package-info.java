/**
 * Promise: whoever moves our money, and whoever takes it back, is spoken to through one port, whatever its own language; an adapter
 * says what was answered and never guesses.
 */
@ApplicationModule(displayName = "Providers")
package dev.afterflow.providers;

import org.springframework.modulith.ApplicationModule;
