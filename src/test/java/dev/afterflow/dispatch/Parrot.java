package dev.afterflow.dispatch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears test events: fails at the first of each word, unless it is plain, and repeats the word afterwards. */
@Component
class Parrot {

    record Word(String word) {
    }

    static final String PLAIN = "plain-";
    private final Set<String> missed = ConcurrentHashMap.newKeySet();
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    @ApplicationModuleListener
    void hear(Word word) {
        if (!word.word().startsWith(PLAIN) && missed.add(word.word())) {
            throw new IllegalStateException("not listening");
        }
        said.add(word.word());
    }

    boolean missed(String word) {
        return missed.contains(word);
    }

    boolean said(String word) {
        return said.contains(word);
    }
}
