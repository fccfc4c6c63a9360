/**
 * Keeps the promises made about an order before it arrives: ships in time or pays, tells the truth when goods are missing,
 * changes what a buyer asks to change while it can, and asks before a parcel that is paid at the door leaves.
 */
@ApplicationModule(displayName = "Care")
package dev.afterflow.care;

import org.springframework.modulith.ApplicationModule;
