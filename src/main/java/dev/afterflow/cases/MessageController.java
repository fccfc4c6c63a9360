package dev.afterflow.cases;

import dev.afterflow.notifications.Notifications;
import dev.afterflow.security.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is said in a case, at the browser's door. */
@RestController
@RequestMapping("/api/cases/{number}")
@Tag(name = "Messages")
class MessageController {

    private final Letters letters;
    private final Talks talks;
    private final Clock clock;

    MessageController(Letters letters, Talks talks, Clock clock) {
        this.letters = letters;
        this.talks = talks;
        this.clock = clock;
    }

    /** Whether the buyer wants it. */
    record Wish(Notifications.Topic topic, Boolean allowed) {
    }

    @GetMapping("/messages")
    @PreAuthorize(CaseController.ANYBODY)
    @Operation(summary = "案件消息 / Messages of a case in both directions, newest first, with state and the guard's verdict")
    List<Talk> list(@PathVariable String number) {
        return talks.of(number, Who.current());
    }

    @PostMapping("/messages/preview")
    @PreAuthorize(CaseController.OPENERS)
    @Operation(summary = "发送前检查 / How a message would fare before it is sent: verdict, text, when and by which channel; nothing is kept")
    Letters.Preview preview(@PathVariable String number, @RequestBody Draft draft) {
        return letters.preview(number, draft);
    }

    @PostMapping("/messages")
    @PreAuthorize(CaseController.OPENERS)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "发送消息 / Writes to the buyer; the state says whether it goes (QUEUED, WAITING), waits for legal (HELD) or never leaves (BLOCKED)")
    Talk write(@PathVariable String number, @RequestHeader("Idempotency-Key") String key, @RequestBody Draft draft) {
        return Talk.of(letters.write(number, draft, key, Who.current()), clock.instant());
    }

    @GetMapping("/templates")
    @PreAuthorize(CaseController.OPENERS)
    @Operation(summary = "可选模板 / Texts an agent may choose for this case, its words filled in; language is zh-CN, en, or the buyer's")
    List<Notifications.Form> templates(@PathVariable String number, @RequestParam(required = false) String language) {
        return letters.forms(number, language);
    }

    @GetMapping("/contact")
    @PreAuthorize(CaseController.ANYBODY)
    @Operation(summary = "联系意愿 / What the buyer wants to hear of")
    Letters.Contact contact(@PathVariable String number) {
        return letters.contact(number);
    }

    @PutMapping("/contact")
    @PreAuthorize(CaseController.OPENERS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "记录联系意愿 / Keeps whether the buyer wants contact about reviews, or agreed to marketing")
    void contact(@PathVariable String number, @RequestBody Wish wish) {
        letters.wish(number, wish.topic(), wish.allowed());
    }
}
