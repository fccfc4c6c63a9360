/**
 * Promise: a manager sees where work, money and promises stand, finds what stopped and why in the words of the business, and
 * sets it going again without moving money twice. The only room that reads the tables of other rooms.
 */
@ApplicationModule(displayName = "Cockpit")
package dev.afterflow.cockpit;

import org.springframework.modulith.ApplicationModule;
