package dev.afterflow.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set for this room.
 *
 * @param smallTeam one person may confirm twice where two people are asked for
 * @param loginsPerMinute attempts one address may make
 * @param strangerRequestsPerSecond requests one address may make before anybody is known
 * @param requestsPerSecond requests one person may make, averaged over five seconds
 */
@ConfigurationProperties("afterflow.security")
record Settings(@DefaultValue("false") boolean smallTeam,
                @DefaultValue("20") int loginsPerMinute,
                @DefaultValue("50") int strangerRequestsPerSecond,
                @DefaultValue("20") int requestsPerSecond,
                @DefaultValue("200") int machineRequestsPerSecond) {
}
