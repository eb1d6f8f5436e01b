"""Read: what does this sheet ask or say, and which element is it?"""
