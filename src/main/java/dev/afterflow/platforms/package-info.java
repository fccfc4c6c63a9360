/**
 * Speaks to marketplaces: reads their refunds, returns, disputes and reviews so that nothing is lost and nothing comes twice, and
 * carries what we decide (agree, refuse, reply, report, submit, accept, remark) back, once and only while the matter stands as it was.
 */
@ApplicationModule(displayName = "Platforms")
package dev.afterflow.platforms;

import org.springframework.modulith.ApplicationModule;
