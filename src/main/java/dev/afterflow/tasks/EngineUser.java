package dev.afterflow.tasks;

import dev.afterflow.security.Who;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Lets the engine know for whom it acts, so that its history names the person. */
@Component
class EngineUser {

    private final IdentityService identity;

    EngineUser(IdentityService identity) {
        this.identity = identity;
    }

    /** The name the engine knows a person by: the number, never a login or a name. */
    static String id(Who who) {
        return Long.toString(who.id());
    }

    void acting(Who who, Runnable work) {
        identity.setAuthentication(id(who), List.copyOf(who.teams()));
        try {
            work.run();
        } finally {
            identity.clearAuthentication();
        }
    }
}
