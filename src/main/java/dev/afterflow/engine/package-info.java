/** Runs the processes and decisions of the other rooms: guards what may be deployed, keeps the flow's history, hands jobs over. */
@ApplicationModule(displayName = "Engine")
package dev.afterflow.engine;

import org.springframework.modulith.ApplicationModule;
