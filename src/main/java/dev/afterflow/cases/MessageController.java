package dev.afterflow.cases;

import dev.afterflow.notifications.Notifications;
import dev.afterflow.notifications.Said;
import dev.afterflow.notifications.Verdict;
import dev.afterflow.security.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/** What people write to the buyer of a case, at the browser's door. */
@RestController
@RequestMapping("/api/cases/{number}")
@Tag(name = "Messages")
class MessageController {

    private final Letters letters;

    MessageController(Letters letters) {
        this.letters = letters;
    }

    /** Whether the buyer wants it. */
    record Wish(Notifications.Topic topic, Boolean allowed) {
    }

    @GetMapping("/messages")
    @PreAuthorize(CaseController.ANYBODY)
    @Operation(summary = "案件消息 / Messages to the buyer of a case, newest first, with the guard's verdict")
    List<Said> list(@PathVariable String number) {
        return letters.of(number, Who.current());
    }

    @GetMapping("/messages/preview")
    @PreAuthorize(CaseController.OPENERS)
    @Operation(summary = "发送前检查 / What the guard says of a message before it is sent; nothing is kept")
    Verdict preview(@PathVariable String number, @RequestParam(defaultValue = "") String text,
                    @RequestParam(required = false) String reviewId, @RequestParam(defaultValue = "false") boolean offers,
                    @RequestParam(defaultValue = "false") boolean marketing) {
        return letters.preview(number, new Letters.Draft(text, null, reviewId, offers, marketing));
    }

    @PostMapping("/messages")
    @PreAuthorize(CaseController.OPENERS)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "发送消息 / Writes to the buyer; the answer's state says whether it goes (NEW), waits for legal (LEGAL_REVIEW) or never leaves (BLOCKED)")
    Said write(@PathVariable String number, @RequestHeader("Idempotency-Key") String key, @RequestBody Letters.Draft draft) {
        return letters.write(number, draft, key, Who.current());
    }

    @PutMapping("/contact")
    @PreAuthorize(CaseController.OPENERS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "联系意愿 / Keeps whether the buyer wants contact about reviews, or agreed to marketing")
    void contact(@PathVariable String number, @RequestBody Wish wish) {
        letters.wish(number, wish.topic(), wish.allowed());
    }
}
