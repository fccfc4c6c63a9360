/** Promise: an owner changes a process, a table or a form safely: checked, told in words, released by a second person, taken back at any time. */
@ApplicationModule(displayName = "Studio")
package dev.afterflow.studio;

import org.springframework.modulith.ApplicationModule;
