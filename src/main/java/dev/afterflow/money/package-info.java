/** Promise: an amount never loses its currency, never rounds in silence and never overflows. */
@org.springframework.modulith.ApplicationModule(displayName = "Money")
package dev.afterflow.money;
