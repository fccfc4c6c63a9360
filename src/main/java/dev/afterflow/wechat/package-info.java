/** Promise: WeChat Pay's refunds, notices and bills in our words, through its own SDK; what it has not said under its seal is unknown. */
@ApplicationModule(displayName = "WeChat Pay")
package dev.afterflow.wechat;

import org.springframework.modulith.ApplicationModule;
