package dev.afterflow.notifications;

import dev.afterflow.security.Shops;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The texts buyers get, and a shop's own wording of them; {@code language} is zh or en. */
@RestController
@RequestMapping("/api/message-templates/{shop}")
@Tag(name = "Message templates")
class WordingController {

    private final WordingDesk desk;
    private final Shops shops;

    WordingController(WordingDesk desk, Shops shops) {
        this.desk = desk;
        this.shops = shops;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('LEAD','SUPERVISOR','LEGAL','OWNER','MANAGER','ADMIN')")
    @Operation(summary = "消息模板 / The texts buyers of a shop get")
    List<WordingDesk.Shown> list(@PathVariable String shop) {
        return desk.all(shops.reachable(shop).id());
    }

    @PostMapping("/{template}/{language}/preview")
    @PreAuthorize("hasAnyRole('LEAD','SUPERVISOR','LEGAL','OWNER','MANAGER','ADMIN')")
    @Operation(summary = "预览措辞 / How a wording would read, and what the guard says")
    WordingDesk.Preview preview(@PathVariable String shop, @PathVariable String template, @PathVariable String language, @RequestBody WordingDesk.Wish wish) {
        shops.reachable(shop);
        return desk.preview(template, language, wish);
    }

    @PutMapping("/{template}/{language}")
    @PreAuthorize("hasAnyRole('OWNER','LEGAL','ADMIN')")
    @Operation(summary = "修改措辞 / Set a shop's own wording", description = "Must tell every word the house's text tells; what the guard would hold for legal only legal may say.")
    WordingDesk.Shown save(@PathVariable String shop, @PathVariable String template, @PathVariable String language, @RequestBody WordingDesk.Wish wish) {
        return desk.save(shops.reachable(shop).id(), template, language, wish);
    }

    @DeleteMapping("/{template}/{language}")
    @PreAuthorize("hasAnyRole('OWNER','ADMIN')")
    @Operation(summary = "恢复默认措辞 / Back to the house's text")
    WordingDesk.Shown withdraw(@PathVariable String shop, @PathVariable String template, @PathVariable String language, @RequestParam int version) {
        return desk.withdraw(shops.reachable(shop).id(), template, language, version);
    }
}
