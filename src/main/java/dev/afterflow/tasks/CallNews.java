package dev.afterflow.tasks;

import dev.afterflow.notes.Mentions;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the browser of whoever was called on, and of whoever looks at a case that was noted on. */
@Component
class CallNews {

    private final LiveSender live;

    CallNews(LiveSender live) {
        this.live = live;
    }

    @ApplicationModuleListener
    void called(Mentions.Called call) {
        live.mention(call.person(), call.shop(), call.caseNumber(), call.mention(), call.reason());
    }

    @EventListener
    void noted(Mentions.Noted note) {
        live.changed(note.shop(), note.caseNumber(), "note");
    }
}
