/** Promise: Alipay's refunds, notices and bills in our words, through its own SDK; what it has not clearly said is unknown. */
@ApplicationModule(displayName = "Alipay")
package dev.afterflow.alipay;

import org.springframework.modulith.ApplicationModule;
