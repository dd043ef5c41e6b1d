model.train()
for epoch in range(epochs):
    for inputs, labels in train_loader:
        outputs = model(inputs)
        loss = criterion(outputs, labels)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    print(epoch, losses[-1])

model.eval()
with torch.no_grad():
    hits = sum((model(inputs).argmax(1) == labels).sum().item() for inputs, labels in test_loader)
print(hits / len(test_loader.dataset))
