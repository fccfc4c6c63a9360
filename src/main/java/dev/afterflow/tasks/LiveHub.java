package dev.afterflow.tasks;

import dev.afterflow.security.Who;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands the notes this node hears to the streams of its browsers, and remembers the last ones for those that reconnect.
 *
 * <p>An id names this node's memory and a place in it. A browser whose id is from another node, or too old, is told to fetch
 * anew ({@code reset}).
 */
@Component
class LiveHub {

    private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);
    private static final int REMEMBERED = 2_000;
    private static final Set<String> EVENTS = Set.of("task", "case", "import", "mention", "reset");

    /** A note in this node's memory. */
    record Sent(String id, long place, LiveNote note) {
    }

    private final JsonMapper json;
    private final Deque<Sent> memory = new ArrayDeque<>();
    private final Set<LiveStream> streams = new CopyOnWriteArraySet<>();
    private String name = newName();
    private long place;

    LiveHub(JsonMapper json) {
        this.json = json;
    }

    /** Takes a note as another node or room wrote it; what is no note of ours is left out. */
    void heard(String written) {
        try {
            LiveNote note = read(json.readTree(written));
            if (note != null) {
                publish(note);
            }
        } catch (JacksonException e) {
            LOG.warn("A live note that is no JSON was left out");
        }
    }

    /** The rooms name the kind {@code event} or {@code type}, and put what the browser gets beside it or into {@code data}. */
    private LiveNote read(JsonNode note) {
        String event = note.path(note.has("event") ? "event" : "type").asString("");
        if (!EVENTS.contains(event)) {
            LOG.warn("A live note of unknown kind was left out: {}", event);
            return null;
        }
        Map<String, Object> data = Plain.object(note.path("data").isObject() ? note.path("data") : note);
        data.keySet().removeAll(List.of("event", "type", "shop", "team", "person"));
        Long person = note.path("person").isIntegralNumber() ? note.path("person").longValue() : null;
        return new LiveNote(event, note.path("shop").asString(null), note.path("team").asString(null), person, data);
    }

    private synchronized void publish(LiveNote note) {
        Sent sent = new Sent(name + "-" + ++place, place, note);
        memory.addLast(sent);
        if (memory.size() > REMEMBERED) {
            memory.removeFirst();
        }
        streams.forEach(stream -> stream.offer(sent));
    }

    /** Listening began anew: what happened in between is not known, so the memory counts for nothing any more. */
    synchronized void restarted() {
        memory.clear();
        name = newName();
        publish(LiveNote.RESET);
    }

    /** Begins a stream: first what it missed since its last id, then what comes. */
    synchronized void join(LiveStream stream, String lastId) {
        stream.begin(name + "-" + place);
        if (lastId != null) {
            missed(lastId).forEach(stream::offer);
        }
        streams.add(stream);
    }

    void leave(LiveStream stream) {
        streams.remove(stream);
    }

    private List<Sent> missed(String lastId) {
        long last = lastId.matches(name + "-\\d{1,18}") ? Long.parseLong(lastId.substring(name.length() + 1)) : -1;
        long oldest = memory.isEmpty() ? place + 1 : memory.getFirst().place();
        if (last > place || last < oldest - 1) {
            return List.of(new Sent(name + "-" + place, place, LiveNote.RESET));
        }
        return memory.stream().filter(sent -> sent.place() > last).toList();
    }

    void beat() {
        streams.forEach(LiveStream::beat);
    }

    void endAll() {
        streams.forEach(LiveStream::end);
    }

    int streams() {
        return streams.size();
    }

    /** Which notes this one may see: those of the shops, what is told to one person only to them, and of team work only the own teams' unless the role looks further. */
    static Predicate<LiveNote> seenBy(Who who) {
        Set<String> teams = Authority.teams(who);
        boolean further = Authority.seesAllTeams(who);
        return note -> note.shop() == null && note.event().equals("reset")
                || note.shop() != null && who.shops().contains(note.shop())
                && (note.person() == null || note.person() == who.id())
                && (further || note.team() == null || teams.contains(note.team()));
    }

    private static String newName() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
