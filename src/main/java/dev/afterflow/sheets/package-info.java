/** Promise: what somebody wrote is never run by the spreadsheet that opens a table of ours. */
@ApplicationModule(displayName = "Sheets")
package dev.afterflow.sheets;

import org.springframework.modulith.ApplicationModule;
