package dev.afterflow.tasks;

import dev.afterflow.security.Who;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Lets the engine know for whom it acts, so that its history names the person by login. */
@Component
class EngineUser {

    private final IdentityService identity;

    EngineUser(IdentityService identity) {
        this.identity = identity;
    }

    void acting(Who who, Runnable work) {
        identity.setAuthentication(who.login(), List.copyOf(who.teams()));
        try {
            work.run();
        } finally {
            identity.clearAuthentication();
        }
    }
}
